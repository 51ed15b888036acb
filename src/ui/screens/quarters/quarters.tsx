// Buurten inlezen: a file of the city, a tick for each quarter that belongs to the wijk.
import { useRef, useState } from 'preact/hooks';
import type { MapQuarter, QuarterFileProblem } from '../../../files/quarters.ts';
import { useCommand, useMe, useRows } from '../../data.ts';
import { CircleAlert, Upload } from '../../icons.ts';
import { nlQuarters, nlRules } from '../../nl/rules.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { CheckboxGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';

const quartersMax = 100; // of the command

export function QuartersScreen() {
  const [read, setRead] = useState<readonly MapQuarter[] | QuarterFileProblem | undefined>(undefined);
  const open = async (file: File) => {
    // Loaded when asked, and offline from then on.
    const [{ readQuarters }, { textOf }] = await Promise.all([
      import('../../../files/quarters.ts'),
      import('../../../files/csv.ts'),
    ]);
    setRead(readQuarters(textOf(new Uint8Array(await file.arrayBuffer()))));
  };
  return (
    <Stack gap={4}>
      <BackLink href="/instellingen">{nlRules.back}</BackLink>
      {read !== undefined && typeof read !== 'string' ? (
        <Choose quarters={read} onDone={() => setRead(undefined)} />
      ) : (
        <>
          <PageHead title={nlQuarters.title} lead={nlQuarters.lead} />
          {read !== undefined && (
            <Note tone="bad" icon={CircleAlert}>
              {nlQuarters.problems[read]}
            </Note>
          )}
          <PickFile onFile={(file) => void open(file)} />
          <Present />
        </>
      )}
    </Stack>
  );
}

function PickFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div>
      <Button icon={Upload} onClick={() => picker.current?.click()}>
        {nlQuarters.pick}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".geojson,.json,.csv,.txt,application/geo+json,text/csv"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          event.currentTarget.value = ''; // the same file can be chosen again
        }}
      />
    </div>
  );
}

function Choose({ quarters, onDone }: { readonly quarters: readonly MapQuarter[]; readonly onDone: () => void }) {
  const { committee } = useMe();
  const command = useCommand('quarter.add');
  const form = useFormErrors();
  const own = new Set(committee?.quarters.map((name) => name.trim().toLowerCase()));
  const [names, setNames] = useState<readonly string[]>(
    quarters.map(({ name }) => name).filter((name) => own.has(name.toLowerCase())),
  );
  const done = () => {
    showToast({ text: nlRules.saved });
    onDone();
  };
  const submit = async () => {
    const sentence = names.length === 0 ? nlQuarters.nothing : names.length > quartersMax ? nlQuarters.many : undefined;
    if (!form.check(sentence === undefined ? [] : [{ fieldId: 'quarters', sentence }])) return;
    const chosen = quarters.filter(({ name }) => names.includes(name));
    if ((await command.send({ quarters: chosen })).saved) done();
  };
  return (
    <FormFrame
      {...{ title: nlQuarters.choose, form, command, restored: false, button: nlQuarters.save(names.length) }}
      {...{ onSubmit: () => void submit(), onSaved: done, onCancel: onDone }}
    >
      <CheckboxGroup
        {...{ id: 'quarters', label: nlQuarters.choose, values: names, onValues: setNames, error: form.of('quarters') }}
        options={quarters.map(({ name, residents, rings }) => ({
          value: name,
          label: name,
          note: [nlQuarters.residents(residents), ...(rings.length === 0 ? [] : [nlQuarters.shape])].join('. '),
        }))}
      />
    </FormFrame>
  );
}

function Present() {
  const quarters = useRows('quarter');
  if (quarters.length === 0) return <p class="bk-soft">{nlQuarters.none}</p>;
  return (
    <Card labelledBy="ingelezen">
      <CardHead id="ingelezen" title={nlQuarters.present} />
      <List kind="bleed" label={nlQuarters.present}>
        {quarters.map(({ id, name, residents, rings }) => (
          <Item
            key={id}
            title={name}
            lines={[nlQuarters.residents(residents), ...(rings.length === 0 ? [] : [nlQuarters.shape])]}
          />
        ))}
      </List>
    </Card>
  );
}
