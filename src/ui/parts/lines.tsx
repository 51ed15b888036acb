/** Text with the line breaks that somebody typed. */
export function Lines({ text }: { readonly text: string }) {
  const lines = text
    .split('\n')
    .map((line, at) => ({ line: line.trim(), at }))
    .filter(({ line }) => line !== '');
  return (
    <>
      {lines.map(({ line, at }) => (
        <p key={at}>{line}</p>
      ))}
    </>
  );
}

/** Text of ours or theirs with empty lines between its paragraphs, as it goes out. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <div class="bk-stack bk-gap-3">
      {text.split('\n\n').map((part, at) => (
        <div key={at}>
          <Lines text={part} />
        </div>
      ))}
    </div>
  );
}
