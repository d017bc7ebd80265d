import { Status } from '@/components/ui/Status';
import type { Check } from '@/lib/contract/readiness';
import { Ago } from './Ago';
import { ExternalLink } from './ExternalLink';

const COLUMNS = ['Rule', 'Finding', 'What DRS says', 'Age', 'Source'];

/** Every rule of readiness in the order of its table, which no refresh changes. */
export function Checklist({ checks }: { checks: Check[] }) {
  return (
    <div className="@container border-t border-line">
      <table className="block w-full text-left @3xl:table">
        <caption className="sr-only">Every rule of readiness, pass or not</caption>
        <thead className="sr-only @3xl:not-sr-only @3xl:table-header-group">
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="px-4 py-2 text-xs font-medium text-muted">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block @3xl:table-row-group">
          {checks.map((check) => (
            <CheckRow key={check.rule} check={check} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where there is little room: title and finding, then the fact, then its age and the source. */
function CheckRow({ check }: { check: Check }) {
  const { title, looksAt, fact, sentence, remedy, asOf, source } = check;
  return (
    <tr className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t border-line px-4 py-2 first:border-t-0 @3xl:table-row @3xl:first:border-t">
      <th scope="row" className={`${CELL} font-medium`}>
        {title}
        <code className="hidden font-mono text-[0.6875rem] font-normal wrap-anywhere text-muted @3xl:block @5xl:whitespace-nowrap">
          {looksAt}
        </code>
      </th>
      <td className={CELL}>
        <Finding result={check.result} />
      </td>
      <td className={`${CELL} col-span-2 min-w-0`}>
        <bdi className="wrap-anywhere">{fact}</bdi>
        {sentence && (
          <p className="mt-0.5 wrap-anywhere">
            {sentence} {remedy && <span className="text-muted">{remedy}</span>}
          </p>
        )}
      </td>
      <td className={`${CELL} text-muted @3xl:text-ink`}>
        <Ago instant={asOf} />
      </td>
      <td className={`${CELL} text-right whitespace-nowrap @3xl:text-left`}>
        <ExternalLink
          href={source}
          about={`Source of the rule "${title}" in the AWS documentation`}
        >
          AWS
        </ExternalLink>
      </td>
    </tr>
  );
}

const CELL = 'align-top @3xl:px-4 @3xl:py-2';

const FINDINGS: Record<Exclude<Check['result'], 'not-applicable'>, string> = {
  pass: 'Pass',
  caution: 'Caution',
  blocked: 'Blocked',
  running: 'Running',
  done: 'Home',
};

function Finding({ result }: Pick<Check, 'result'>) {
  if (result === 'not-applicable') {
    return <span className="whitespace-nowrap text-muted">Does not apply</span>;
  }
  return <Status kind={result === 'pass' ? 'ready' : result}>{FINDINGS[result]}</Status>;
}
