import type { ComponentChildren, Ref } from 'preact';
import { ArrowLeft } from '../icons.ts';
import { classes } from './classes.ts';
import { Icon, type IconData } from './icon.tsx';

export interface ButtonLook {
  /** One `primary` a screen, last in the reading order. `bad` is for what takes something away. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'bad' | undefined;
  /** 64 px high: for deciding in a meeting and for the one button of a form. */
  readonly big?: boolean | undefined;
  readonly wide?: boolean | undefined;
  /** Takes the free space of a row. */
  readonly grow?: boolean | undefined;
  readonly icon?: IconData | undefined;
  /** After the word, for "go on". */
  readonly iconAfter?: IconData | undefined;
  /** Verb and object, with the amount if there is one: "Leg vast: € 1.250,00 toekennen". */
  readonly children: ComponentChildren;
}

export interface ButtonProps extends ButtonLook {
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** What is missing before this can be done ("Kies eerst een versie"). Replaces the label; the button stays focusable. */
  readonly blocked?: string | undefined;
  /** Something is under way: a press does nothing, the label gets dots. */
  readonly busy?: boolean | undefined;
  readonly id?: string | undefined;
  /** The id of the form this submits, when it stands outside of it. */
  readonly form?: string | undefined;
  /** A longer name for a screen reader; begins with the words on the button. */
  readonly name?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

export function Button(props: ButtonProps) {
  const { onClick, type = 'button', blocked, busy = false, icon, iconAfter, children } = props;
  const still = blocked !== undefined || busy;
  return (
    <button
      type={type}
      class={buttonClass(props)}
      id={props.id}
      form={props.form}
      ref={props.buttonRef ?? null}
      aria-label={blocked === undefined ? props.name : undefined}
      aria-disabled={blocked !== undefined ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (still) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon !== undefined && <Icon of={icon} />}
      {blocked ?? children}
      {iconAfter !== undefined && <Icon of={iconAfter} />}
    </button>
  );
}

export interface LinkButtonProps extends ButtonLook {
  readonly href: string;
  readonly name?: string | undefined;
  /** File name, for a link that saves instead of opens. */
  readonly download?: string | undefined;
}

/** Looks like a button, goes somewhere: a link keeps "open in a new tab" and the back button. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a class={buttonClass(props)} href={props.href} aria-label={props.name} download={props.download}>
      {props.icon !== undefined && <Icon of={props.icon} />}
      {props.children}
      {props.iconAfter !== undefined && <Icon of={props.iconAfter} />}
    </a>
  );
}

export interface IconButtonProps {
  readonly icon: IconData;
  /** The word that is not on the screen. */
  readonly label: string;
  readonly onClick: (event: MouseEvent) => void;
  readonly pressed?: boolean | undefined;
  /** A short text beside the icon ("NL"). */
  readonly text?: string | undefined;
  readonly id?: string | undefined;
}

export function IconButton({ icon, label, onClick, pressed, text, id }: IconButtonProps) {
  return (
    <button
      type="button"
      class="bk-btn bk-btn--icon"
      id={id}
      data-text={text === undefined ? undefined : ''}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon of={icon} />
      {text}
    </button>
  );
}

/** Above the page head: one step back to where this belongs. */
export function BackLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <a class="bk-back" href={href}>
      <Icon of={ArrowLeft} />
      {children}
    </a>
  );
}

export interface ActionsProps {
  /** Stays at the bottom of the screen: in a meeting and at a bon. Must be the last child of the page. */
  readonly stick?: boolean | undefined;
  readonly children: ComponentChildren;
}

export function Actions({ stick = false, children }: ActionsProps) {
  return <div class={classes('bk-actions', stick && 'bk-actions--stick')}>{children}</div>;
}

function buttonClass({ kind = 'plain', big, wide, grow }: ButtonLook): string {
  return classes(
    'bk-btn',
    kind !== 'plain' && `bk-btn--${kind}`,
    big && 'bk-btn--big',
    wide && 'bk-btn--wide',
    grow && 'bk-grow',
  );
}
