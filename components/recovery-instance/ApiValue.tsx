/** A value as the AWS console words it, with the value of the API beside it: operators search for both. */
export function ApiValue({ label, value }: { label: string; value: string | undefined }) {
  return (
    <>
      {label}
      {value !== undefined && value !== label && (
        <code className="ml-1.5 inline-block max-w-full font-mono text-xs text-muted">{value}</code>
      )}
    </>
  );
}
