import { common } from '#app/text/common.ts';
import { Link } from '#app/web/remix.ts';
import { Icon } from './icons.tsx';
import styles from './StepIndicator.module.css';

export type Step = {
  label: string;
  /** Where the step is, when it may be opened now. */
  to?: string;
  done?: boolean;
};

/** Where we are in a form of several pages. On narrow screens only the present step keeps its words. */
export function StepIndicator({
  label,
  steps,
  current,
}: {
  label: string;
  steps: readonly Step[];
  current: number;
}) {
  return (
    <nav aria-label={label} className={styles.indicator}>
      <p className={styles.where}>
        {common.step(current, steps.length)}：{steps[current - 1]?.label}
      </p>
      <ol className={styles.steps}>
        {steps.map((step, index) => {
          const number = index + 1;
          const words = (
            <>
              <span className={styles.number}>
                {step.done && number !== current ? <Icon name="check" /> : number}
              </span>
              <span className={styles.label}>{step.label}</span>
            </>
          );
          return (
            <li
              key={step.label}
              data-done={step.done}
              data-current={number === current}
              aria-current={number === current ? 'step' : undefined}
            >
              {step.to === undefined || number === current ? (
                <span>{words}</span>
              ) : (
                <Link to={step.to}>{words}</Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
