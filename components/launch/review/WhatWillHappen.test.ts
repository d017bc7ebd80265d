import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { WhatWillHappen } from './WhatWillHappen';

const textFor = (lagDuration: string) => {
  const servers = [{ name: 'a', lagDuration } as PreviewedServer];
  const page = createElement(WhatWillHappen, { servers, hasCaution: false, where: '' });
  return renderToStaticMarkup(page).replace(/<[^>]+>/g, '');
};

it.each([
  ['PT0.4S', '1 s'],
  ['PT26M', '26 min'],
  ['PT10M59S', '11 min'],
  ['PT1H12M1S', '1 h 13 min'],
  ['P1DT1H1S', '1 d 2 h'],
])('says of a lag of %s that no more than %s of writes are lost', (lag, words) => {
  expect(textFor(lag)).toContain(`Up to ${words} of writes are lost`);
});
