import { act } from './api.js';
import { byID, element, show } from './dom.js';

const SPEEDS = [
  ['Stop', 0],
  ['Real', 1],
  ['×10', 10],
  ['×60', 60],
  ['×600', 600],
];
const STEPS = [
  ['1 min', 60],
  ['10 min', 600],
  ['1 h', 3_600],
];

export function setUpTime() {
  byID('steps').append(
    ...STEPS.map(([words, stepSeconds]) =>
      element(
        'button',
        { onclick: () => act(`Stepped ${words} forward.`, 'clock', 'POST', { stepSeconds }) },
        `Step ${words}`,
      ),
    ),
  );
  byID('speed-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const speed = Number(new FormData(event.target).get('speed'));
    act(`The speed is ${speed}.`, 'clock', 'POST', { speed });
  });
}

export function showTime({ now, rehearsedSeconds, speed: running, stopped }) {
  byID('clock').replaceChildren(
    fact('Clock', `${now.slice(0, 19).replace('T', ' ')} UTC`),
    fact('Rehearsed', durationWords(rehearsedSeconds)),
    fact('Speed', stopped ? 'stopped' : `×${running}`),
  );
  const speed = stopped ? 0 : running;
  const buttons = SPEEDS.map(([words, value]) => ({ words, value, isOn: value === speed }));
  show(byID('speeds'), buttons, ({ words, value, isOn }) =>
    element(
      'button',
      {
        'aria-pressed': String(isOn),
        'data-key': words,
        onclick: () =>
          act(value === 0 ? 'The clock stands still.' : `The speed is ${value}.`, 'clock', 'POST', {
            speed: value,
          }),
      },
      words,
    ),
  );
}

const fact = (term, value) => element('div', {}, element('dt', {}, term), element('dd', {}, value));

/** Such as 1 h 3 min, 3 min 20 s or 20 s. */
export function durationWords(seconds) {
  const whole = Math.floor(seconds);
  const parts = [
    [Math.floor(whole / 3_600), 'h'],
    [Math.floor((whole % 3_600) / 60), 'min'],
    [whole % 60, 's'],
  ].filter(([value]) => value > 0);
  return parts.length > 0 ? parts.map((part) => part.join(' ')).join(' ') : '0 s';
}
