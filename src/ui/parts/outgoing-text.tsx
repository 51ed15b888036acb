// Copies, shares or mails a text that the app made: an invitation, a message of the week.
import type { ComponentChildren } from 'preact';
import { Copy, Info, Send, Share2 } from '../icons.ts';
import { Button, LinkButton } from './button.tsx';
import { Note } from './status.tsx';
import { useCopy } from './use-copy.ts';

export interface OutgoingTextProps {
  readonly subject: string;
  readonly text: string;
  readonly words: Readonly<Record<'copy' | 'copied' | 'copyFailed' | 'share' | 'mail', string>>;
  /** `plain` where the screen has another thing to do first. */
  readonly kind?: 'primary' | 'plain' | undefined;
  /** More buttons, at the end. */
  readonly children?: ComponentChildren;
}

export function OutgoingText({ subject, text, words, kind = 'primary', children }: OutgoingTextProps) {
  const { copy, failed } = useCopy(text, words.copied);
  // Closing the sheet of the phone is no error.
  const share = () => navigator.share({ title: subject, text }).catch(() => undefined);
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  return (
    <>
      {failed && (
        <Note icon={Info} live="status">
          {words.copyFailed}
        </Note>
      )}
      <div class="bk-row bk-gap-2">
        <Button kind={kind} icon={Copy} onClick={() => void copy()}>
          {words.copy}
        </Button>
        {'share' in navigator && (
          <Button icon={Share2} onClick={() => void share()}>
            {words.share}
          </Button>
        )}
        <LinkButton icon={Send} href={mail}>
          {words.mail}
        </LinkButton>
        {children}
      </div>
    </>
  );
}
