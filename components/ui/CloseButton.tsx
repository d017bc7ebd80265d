import { Icon } from './icons';

export function CloseButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-done-soft hover:text-ink"
    >
      <Icon name="close" />
    </button>
  );
}
