import { Banner } from '#app/components/ui/Banner.tsx';
import { ButtonLink } from '#app/components/ui/Buttons.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { PublicFrame } from '#app/components/ui/PublicFrame.tsx';
import { demoSeekerText } from '#app/text/mypage/messages.ts';
import { frontDoorText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from './Card.module.css';

/** The first page: a door for employers and one for the counter. */
export function FrontDoor({ demo }: { demo: boolean }) {
  const { employer, staff } = frontDoorText;
  return (
    <PublicFrame site="mypage">
      <PageTitle title={frontDoorText.title} />
      <p>{frontDoorText.lead}</p>
      {demo ? (
        <Banner kind="info" title={frontDoorText.demo}>
          <p>
            <Link to={paths.demoSeeker()}>{demoSeekerText.title}</Link>
          </p>
        </Banner>
      ) : null}
      <div className={styles.cards}>
        <section className={styles.card}>
          <h2>{employer.title}</h2>
          <p>{employer.about}</p>
          <ButtonLink to={paths.mypage.login()} kind="primary">
            {employer.login}
          </ButtonLink>
          <ul>
            <li>
              <Link to={paths.mypage.start()}>{employer.start}</Link>
            </li>
            <li>
              <Link to={paths.mypage.register()}>{employer.register}</Link>
            </li>
          </ul>
        </section>
        <section className={styles.card}>
          <h2>{staff.title}</h2>
          <p>{staff.about}</p>
          <ButtonLink to={paths.staff.login()}>{staff.login}</ButtonLink>
        </section>
      </div>
    </PublicFrame>
  );
}
