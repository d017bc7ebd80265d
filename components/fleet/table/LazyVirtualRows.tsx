'use client';

import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { Spacer } from './Spacer';
import type { VirtualRows } from './VirtualRows';
import { heightOf } from './row-shift';

/** These stand there until the code that shows the others has come. */
const FIRST = 24;

type Props = ComponentProps<typeof VirtualRows>;

let drawVirtual: ((props: Props) => ReactNode) | undefined;

/**
 * More rows than a browser shows at once. Their code is loaded by those who have so many, and is no lazy
 * component: what replaces a fallback is held back for a third of a second.
 */
export function LazyVirtualRows(props: Props) {
  const [draw, setDraw] = useState(() => drawVirtual);
  useEffect(() => {
    if (draw) return;
    load().then(
      () => setDraw(() => drawVirtual),
      (error: unknown) => {
        // Thrown while drawing, so that the page says that it has failed.
        setDraw(() => {
          throw error;
        });
      },
    );
  }, [draw]);
  return draw ? draw(props) : <FirstRows {...props} />;
}

/** With the room of the others beneath them, so that the end of the page is the end of the list from the start. */
function FirstRows({ items, renderRow, layout, columnCount }: Props) {
  const rest = items.slice(FIRST).reduce((height, item) => height + heightOf(item, layout), 0);
  return (
    <>
      {items.slice(0, FIRST).map((_, index) => renderRow(index))}
      <Spacer height={rest} columnCount={columnCount} />
    </>
  );
}

async function load() {
  const { VirtualRows: Component } = await import('./VirtualRows');
  drawVirtual ??= (props) => <Component {...props} />;
}
