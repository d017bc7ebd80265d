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

const WORDS = {
  bootClients: 'Failback clients are booted',
  loseClients: 'Failback clients fall silent',
  returnClients: 'Failback clients are seen again',
  stallServers: 'Servers stall',
  stallDisks: 'Disks stall',
  resume: 'Replication goes on',
  launch: 'A colleague launches servers',
  clearFaults: 'All faults are cleared',
};

/** What happens, where the scenario has no words of its own for it. */
function actionWords(event) {
  if (event.fault) return `Fault: ${faultWords(event.fault)}`;
  const action = Object.keys(WORDS).find((name) => event[name] !== undefined);
  const count = event[action]?.count;
  return `${WORDS[action]}${count ? ` (${count})` : ''}`;
}
