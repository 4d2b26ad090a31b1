import { flatRoutes } from '@remix-run/fs-routes';
import type { RouteConfig } from '@remix-run/route-config';

/** One screen per flat file in app/routes; the file name is the URL (design.md §1). */
export default flatRoutes() satisfies RouteConfig;
