import { emphasise } from './emphasis';

/** The verdict in large text; what went wrong stands out by weight and colour. */
export function Verdict({ sentence }: { sentence: string }) {
  return (
    <p className="px-4 pt-3.5 pb-2 text-lg leading-snug text-balance">
      {emphasise(sentence).map(({ text, isLoss }) =>
        isLoss ? (
          <strong key={text} className="font-semibold text-failed">
            {text}
          </strong>
        ) : (
          <span key={text}>{text}</span>
        ),
      )}
    </p>
  );
}
