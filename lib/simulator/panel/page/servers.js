import { act, ask } from './api.js';
import { byID, element, show } from './dom.js';

const WORDS = {
  bootClients: 'Boot client',
  loseClients: 'Lose client',
  returnClients: 'Return client',
  stallDisks: 'Stall a disk',
  resume: 'Resume',
};

export function setUpServers() {
  byID('search').addEventListener('input', showServers);
  byID('world').addEventListener('change', showServers);
}

export function showWorlds({ worlds }) {
  const select = byID('world');
  const chosen = select.value;
  show(select, worlds, ({ accountID, region, name, servers }) =>
    element(
      'option',
      { value: `${accountID} ${region}` },
      `${name ? `${name} ` : ''}${accountID} · ${region} (${servers})`,
    ),
  );
  if (chosen) select.value = chosen;
}

export async function showServers() {
  const [accountID, region] = byID('world').value.split(' ');
  if (!region) {
    byID('servers-count').textContent = 'No account is in use yet. It appears with the first call.';
    return;
  }
  const query = new URLSearchParams({ accountID, region, search: byID('search').value });
  const { servers, found } = await ask(`servers?${query}`);
  byID('servers-count').textContent =
    found > servers.length ? `The first ${servers.length} of ${found}.` : `${found} found.`;
  show(byID('servers'), servers, (server) => serverItem(server, { accountID, region }));
}

function serverItem(server, place) {
  return element(
    'li',
    {},
    element(
      'span',
      { class: 'grow' },
      element('strong', {}, server.hostname),
      ' ',
      element(
        'span',
        { class: 'muted' },
        `${server.state.replace('FAILBACK_', '')} · ${server.replication}`,
      ),
      server.client === 'lost' ? element('span', { class: 'bad' }, ' client not seen') : undefined,
    ),
    server.can
      .filter((action) => action in WORDS)
      .map((action) =>
        element(
          'button',
          {
            'data-key': `${server.recoveryInstanceID} ${action}`,
            'aria-label': `${WORDS[action]} of ${server.hostname}`,
            onclick: () =>
              act(`${WORDS[action]}: ${server.hostname}.`, 'events', 'POST', {
                ...place,
                [action]: { recoveryInstanceIDs: [server.recoveryInstanceID] },
              }),
          },
          WORDS[action],
        ),
      ),
  );
}
