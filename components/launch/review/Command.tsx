import { CopyButton } from '@/components/ui/CopyButton';
import { Panel } from '@/components/ui/Panel';

/** The same launch as commands of the AWS CLI, without the tag of Homeward. */
export function Command({ commands }: { commands: string[] }) {
  if (commands.length === 0) return null;
  const text = commands.join('\n\n');
  return (
    <Panel
      title="AWS CLI command"
      aside={<CopyButton text={text} label="Copy the command" showLabel />}
    >
      <pre
        tabIndex={0}
        aria-label="Command"
        className="m-4 max-h-44 overflow-auto rounded-lg border border-line bg-canvas p-3 font-mono text-xs"
      >
        {text}
      </pre>
    </Panel>
  );
}
