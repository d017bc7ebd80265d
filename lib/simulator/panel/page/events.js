import { act } from './api.js';
import { byID, element, show } from './dom.js';
import { faultWords } from './faults.js';
import { durationWords } from './time.js';

export function showEvents({ scenario, events }) {
  byID('scenario-name').textContent = scenario?.name ?? 'A made-up fleet, without a scenario';
  byID('about').textContent = scenario?.about ?? '';
  byID('events-section').hidden = events.length === 0;
  show(byID('events'), events, (event, index) => {
    const words = event.say ?? actionWords(event);
    return element(
      'li',
      {},
      element('span', { class: 'at muted' }, durationWords(event.at)),
      element('span', { class: 'grow' }, words),
      element(
        'span',
        { class: event.happened ? 'good' : 'muted' },
        event.happened ? 'happened' : 'to come',
      ),
      element(
        'button',
        {
          'data-key': `event-${index}`,
          'aria-label': `Run now: ${words}`,
          onclick: () => {
            const { at: _at, happened: _happened, ...now } = event;
            act(`Ran: ${words}`, 'events', 'POST', now);
          },
        },
        'Run now',
      ),
    );
  });
}

function actionWords({ fault, at: _at, say: _say, happened: _happened, ...rest }) {
  if (fault) return `Fault: ${faultWords(fault)}`;
  return Object.entries(rest)
    .map(([action, value]) => `${action} ${JSON.stringify(value)}`)
    .join(', ');
}
