import { type ComponentProps, useEffect, useRef } from 'react';

/** A native checkbox that can also be half-checked. */
export function Checkbox({
  isIndeterminate = false,
  ...rest
}: { isIndeterminate?: boolean } & Omit<ComponentProps<'input'>, 'type' | 'ref' | 'className'>) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = isIndeterminate;
  }, [isIndeterminate]);
  return (
    <input
      {...rest}
      ref={input}
      type="checkbox"
      className="size-4 shrink-0 align-middle accent-accent"
    />
  );
}
