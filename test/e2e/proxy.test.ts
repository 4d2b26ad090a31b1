import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, request as plainRequest, type Server } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort, startServer } from '#test/support/server.ts';
import { sinkCertificate } from '../jobs/support/smtpSink.ts';

const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((file) => existsSync(file));

type Reply = { status: number; headers: IncomingHttpHeaders; body: string };

describe.runIf(nginx)('nginx with deploy/nginx.conf', () => {
  let folder: string;
  let ports: { http: number; https: number; behind: number };
  let proxy: ChildProcess;

  /** The file as it is, with places and ports of this machine. */
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-proxy-'));
    // nginx's workers are not the user who runs the test.
    await chmod(folder, 0o755);
    ports = { http: await freePort(), https: await freePort(), behind: await freePort() };
    const certificate = path.join(folder, 'certificate.pem');
    await copyFile(sinkCertificate, certificate);
    await copyFile('deploy/unavailable.html', path.join(folder, 'unavailable.html'));
    const shipped = await readFile('deploy/nginx.conf', 'utf8');
    const here = shipped
      .replaceAll(/\/etc\/madoguchi\/certificates\/\w+\.pem/g, certificate)
      .replaceAll('/etc/madoguchi', folder)
      .replaceAll('/tmp/nginx', path.join(folder, 'nginx'))
      .replace('web:3000', `127.0.0.1:${ports.behind}`)
      .replace('listen 80;', `listen ${ports.http};`)
      .replace('listen 443 ', `listen ${ports.https} `);
    const file = path.join(folder, 'nginx.conf');
    await writeFile(file, here);
    const checked = spawnSync(nginx ?? '', ['-t', '-c', file], { encoding: 'utf8' });
    expect(checked.stderr).toContain('test is successful');
    proxy = spawn(nginx ?? '', ['-c', file, '-g', 'daemon off;'], { stdio: 'ignore' });
    await expect
      .poll(
        () =>
          ask('/').then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 10_000 },
      )
      .toBe(503);
  });
  afterEach(async () => {
    proxy.kill('SIGTERM');
    await once(proxy, 'exit');
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (target: string, headers: Record<string, string> = {}, body?: string): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: ports.https,
        path: target,
        method: body === undefined ? 'GET' : 'POST',
        headers: { Host: `localhost:${ports.https}`, ...headers },
        rejectUnauthorized: false,
      };
      const sent = request(options, async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
      });
      sent.on('error', reject);
      sent.end(body);
    });

  /** Somebody behind the proxy who tells what arrived. */
  async function openEcho(): Promise<Server> {
    const echo = createServer((asked, answer) => {
      let length = 0;
      asked.on('data', (chunk) => {
        length += chunk.length;
      });
      asked.on('end', () => answer.end(JSON.stringify({ headers: asked.headers, url: asked.url, length })));
    });
    echo.listen(ports.behind, '127.0.0.1');
    await once(echo, 'listening');
    return echo;
  }

  test('tells who is asking, whatever the client claims, and takes uploads but nothing endless', async () => {
    const echo = await openEcho();
    const claimed = { 'X-Forwarded-For': '203.0.113.77, 198.51.100.1' };
    const heard = JSON.parse((await ask('/staff?q=a%20b', claimed)).body);
    expect(heard.url).toBe('/staff?q=a%20b');
    expect(heard.headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(heard.headers.host).toBe(`localhost:${ports.https}`);
    const upload = 'a'.repeat(22 * 1_048_576);
    expect(JSON.parse((await ask('/mypage/images', {}, upload)).body).length).toBe(upload.length);
    expect((await ask('/mypage/images', { 'Content-Length': '33554433' }, '')).status).toBe(413);
    echo.closeAllConnections();
    echo.close();
  });

  test('keeps health to the machines of the house, and http to a way to https', async () => {
    const echo = await openEcho();
    expect((await ask('/readyz')).status).toBe(404);
    expect((await ask('/healthz')).status).toBe(404);
    const [answer] = await once(
      plainRequest({ port: ports.http, path: '/staff', headers: { Host: 'madoguchi.example.jp' } }).end(),
      'response',
    );
    answer.resume();
    expect({ status: answer.statusCode, to: answer.headers.location }).toEqual({
      status: 301,
      to: 'https://madoguchi.example.jp/staff',
    });
    echo.closeAllConnections();
    echo.close();
  });

  test('shows a page of its own while nobody is behind', async () => {
    const { status, headers, body } = await ask('/mypage');
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '30', 'cache-control': 'no-store' });
    expect(headers['content-type']).toContain('text/html');
    expect(body).toContain('ただいまご利用いただけません');
  });

  test('lets people sign in at the product behind it, over https', async () => {
    const origin = `https://localhost:${ports.https}`;
    const server = await startServer({
      DATA_DIR: path.join(folder, 'data'),
      PORT: String(ports.behind),
      PUBLIC_ORIGIN: origin,
      PROXY_HOPS: '1',
    });
    const page = await ask('/staff/login');
    expect(page.status).toBe(200);
    expect(page.headers['strict-transport-security']).toContain('max-age=31536000');
    const key = /name="_key"[^>]*value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const form = new URLSearchParams({ _key: key, login_name: 'nobody', password: 'nothing at all' });
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await ask('/staff/login', { ...type, Origin: origin }, String(form))).status).toBe(422);
    const foreign = { ...type, Origin: 'https://elsewhere.example' };
    expect((await ask('/staff/login', foreign, String(form))).status).toBe(403);
    await server.stop();
  });
});
