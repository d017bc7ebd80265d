import { byID, element, show } from './dom.js';

export function showCalls({ calls }) {
  const items = calls.length > 0 ? calls.toReversed() : [undefined];
  show(byID('calls'), items, (call) =>
    call === undefined
      ? element(
          'tr',
          {},
          element('td', { colspan: '6', class: 'muted' }, 'Nothing was called yet.'),
        )
      : element(
          'tr',
          {},
          element('td', {}, call.time.slice(11, 23)),
          element('td', {}, call.operation || '(none)'),
          element('td', {}, element('code', {}, call.accessKeyID || 'unknown'), ` ${call.region}`),
          element('td', {}, call.attempt || '–'),
          element('td', {}, answerOf(call)),
          element('td', {}, effectWords(call.effect)),
        ),
  );
}

function answerOf({ status, fault }) {
  const words = fault ? `${status}, struck by ${fault}` : String(status);
  return element('span', { class: fault || status >= 400 ? 'bad' : '' }, words);
}

function effectWords(effect) {
  if (!effect) return '–';
  const count = effect.recoveryInstanceIDs.length || effect.sourceServerIDs.length;
  return `${effect.jobID ?? effect.operation}${count > 0 ? `, ${count} server${count === 1 ? '' : 's'}` : ''}`;
}

/** Says outright whether any server was launched twice. */
export function showLaunches({ launches, repeated }) {
  const count = Object.values(launches).reduce((sum, number) => sum + number, 0);
  const words =
    repeated.length === 0
      ? [{ words: '✓ No server was launched more than once.', class: 'good' }]
      : repeated.map(({ id, accountID, region, launches: times }) => ({
          words: `✕ ${id} of ${accountID} in ${region} was launched ${times} times.`,
          class: 'bad',
        }));
  const total = { words: `${count} launch${count === 1 ? '' : 'es'} of a server.`, class: 'muted' };
  show(byID('twice'), [total, ...words], (line) => element('p', { class: line.class }, line.words));
}
