import { act } from './api.js';
import { byID, element, show } from './dom.js';

export function setUpFaults() {
  const form = byID('fault-form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fault = faultOf(new FormData(form));
    act(`Raised: ${faultWords(fault)}.`, 'faults', 'POST', fault);
  });
  byID('clear-faults').addEventListener('click', () =>
    act('All faults are cleared.', 'faults', 'DELETE'),
  );
}

/** Fills the choices once they are known, and shows the faults that wait. */
export function showFaults({ faults, faultKinds, operations }) {
  const form = byID('fault-form');
  const { kind, operation } = form.elements;
  if (kind.options.length === 0) {
    kind.append(...Object.keys(faultKinds).map((name) => element('option', {}, name)));
    operation.append(
      element('option', { value: '*' }, 'every operation'),
      ...operations.map((name) => element('option', {}, name)),
    );
    operation.value = 'StartFailbackLaunch';
    const describe = () => {
      byID('fault-words').textContent = `The simulator ${faultKinds[kind.value]}.`;
    };
    kind.addEventListener('change', describe);
    describe();
  }
  const items = faults.length > 0 ? faults : [undefined];
  show(byID('faults'), items, (fault) =>
    fault === undefined
      ? element('li', { class: 'muted' }, 'No fault waits.')
      : element(
          'li',
          {},
          element('span', { class: 'grow' }, faultWords(fault)),
          element('span', { class: 'muted' }, `struck ${fault.struck}`),
          element(
            'button',
            {
              'data-key': `fault-${fault.id}`,
              'aria-label': `Clear ${faultWords(fault)}`,
              onclick: () => act('The fault is cleared.', `faults/${fault.id}`, 'DELETE'),
            },
            'Clear',
          ),
        ),
  );
}

function faultOf(data) {
  const number = (name) => (data.get(name) ? Number(data.get(name)) : undefined);
  const percent = number('percent');
  return {
    kind: data.get('kind'),
    operation: data.get('operation'),
    count: number('count'),
    seconds: number('seconds'),
    probability: percent === undefined ? undefined : percent / 100,
  };
}

export function faultWords({ kind, operation, count, probability, seconds, accessKeyID, region }) {
  return [
    `${kind} on ${operation === '*' ? 'every operation' : operation}`,
    count && `${count}×`,
    probability !== undefined && `${Math.round(probability * 1_000) / 10} % of calls`,
    seconds && `for ${seconds} s`,
    accessKeyID && `by ${accessKeyID}`,
    region && `in ${region}`,
  ]
    .filter(Boolean)
    .join(', ');
}
