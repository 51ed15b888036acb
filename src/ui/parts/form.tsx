import type { ComponentChildren } from 'preact';

export interface FormProps {
  /** Enter in a field or a tap on the button of type submit. What is wrong is said by us, so the browser checks nothing. */
  readonly onSend: () => unknown;
  /** Layout of the fields; none when the form draws its own. */
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
}

export function Form({ onSend, class: layout, children }: FormProps) {
  return (
    <form
      class={layout}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </form>
  );
}
