// Where an idea came from. Every choice may stay open: on the street the idea itself is enough.
import { channelsOf, channelsRowId } from '../../../domain/ideas.ts';
import { useMe, useRow } from '../../data.ts';
import { nlIdeas } from '../../nl/ideas.ts';
import { SelectField, TextField } from '../../parts/text-fields.tsx';
import type { IdeaPlace } from './idea-draft.ts';

const words = nlIdeas.new;

export interface PlaceFieldsProps {
  readonly value: IdeaPlace;
  readonly onValue: (patch: Partial<IdeaPlace>) => void;
}

export function PlaceFields({ value, onValue }: PlaceFieldsProps) {
  const { committee } = useMe();
  const { names, heardOf } = channelsOf(useRow('ideaChannels', channelsRowId));
  const quarters = committee?.quarters ?? [];
  return (
    <>
      <Choice label={words.channel} names={names} value={value.channel} onValue={(channel) => onValue({ channel })} />
      {quarters.length === 0 ? (
        <TextField
          label={words.quarter}
          optional
          maxLength={100}
          value={value.quarter}
          onValue={(quarter) => onValue({ quarter })}
        />
      ) : (
        <Choice
          label={words.quarter}
          names={quarters}
          value={value.quarter}
          onValue={(quarter) => onValue({ quarter })}
        />
      )}
      <Choice
        label={words.heardOf}
        names={heardOf}
        value={value.heardOf}
        onValue={(heard) => onValue({ heardOf: heard })}
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** With the value of before, also when the committee took it off its list since. */
function Choice({ label, names, value, onValue }: ChoiceProps) {
  const all = value === '' || names.includes(value) ? names : [...names, value];
  return (
    <SelectField
      label={label}
      optional
      none={words.unknown}
      options={all.map((name) => ({ value: name, label: name }))}
      value={value}
      onValue={onValue}
    />
  );
}
