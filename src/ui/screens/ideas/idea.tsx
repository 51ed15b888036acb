// /ideeen/:id: one idea: what was said, where, and what is done with it.
import { useState } from 'preact/hooks';
import { rowKey } from '../../../domain/command.ts';
import { mayI, Refusal, type Seen, useCommand, useRow, useRowFound } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { PencilLine, Undo2 } from '../../icons.ts';
import { nlIdeas } from '../../nl/ideas.ts';
import { titleOr } from '../../nl/proposals.ts';
import { BackLink, Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Form } from '../../parts/form.tsx';
import { Lines } from '../../parts/lines.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SaveOrLeave } from '../../parts/save-or-leave.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useParam } from '../../router.tsx';
import { RowPhotos } from '../../row-photos-view.tsx';
import { AsideSheet } from './aside-sheet.tsx';
import { ideaTitle } from './idea-words.ts';
import { JoinCard } from './join-card.tsx';
import { PlaceFields } from './place-fields.tsx';
import { VoicePlayer } from './voice-player.tsx';

const words = nlIdeas.one;

export function IdeaScreen() {
  const { loaded, value: idea } = useRowFound('idea', useParam('id'));
  if (!loaded) return null;
  if (idea === undefined) {
    return (
      <Empty page title={words.missing.title} action={<LinkButton href="/ideeen">{nlIdeas.back}</LinkButton>}>
        {words.missing.text}
      </Empty>
    );
  }
  return <IdeaPage key={idea.id} idea={idea} />;
}

function IdeaPage({ idea }: { readonly idea: Seen<'idea'> }) {
  const by = useRow('person', idea.by)?.name ?? words.someone;
  const [editing, setEditing] = useState(false);
  const titleSaysAll = idea.text.trim() === ideaTitle(idea) && idea.voice === null && idea.photos.length === 0;
  const change = mayI('idea.change') && (
    <Button icon={PencilLine} onClick={() => setEditing(true)}>
      {idea.text.trim() === '' ? words.write : words.edit}
    </Button>
  );
  return (
    <>
      <Stack gap={2}>
        <BackLink href="/ideeen">{nlIdeas.back}</BackLink>
        <PageHead title={ideaTitle(idea)} kicker={words.caught(idea.caughtOn, by)} tabTitle={words.title}>
          {idea.pending && <LocalMark />}
        </PageHead>
      </Stack>
      <Stack gap={5}>
        {titleSaysAll && !editing ? (
          change
        ) : (
          <Card gap={3}>
            {!titleSaysAll && idea.text.trim() !== '' && <Lines text={idea.text} />}
            {idea.voice !== null && <VoicePlayer ideaId={idea.id} voice={idea.voice} />}
            <RowPhotos
              shownBy={rowKey('idea', idea.id)}
              photos={idea.photos}
              alt={words.photo}
              notHere={words.photoNotHere}
            />
            {!editing && change}
            {editing && <EditIdea idea={idea} onDone={() => setEditing(false)} />}
          </Card>
        )}
        <WhatNext idea={idea} />
      </Stack>
    </>
  );
}

interface EditIdeaProps {
  readonly idea: Seen<'idea'>;
  readonly onDone: () => void;
}

function EditIdea({ idea, onDone }: EditIdeaProps) {
  const { id: ideaId, text, quarter, channel, heardOf } = idea;
  const draftKey = `idea.change:${ideaId}`;
  const seen = { text, quarter, channel, heardOf };
  const draft = useDraft(draftKey, { ...seen, seen });
  const command = useCommand('idea.change');
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  const save = async () => {
    const { seen: before, ...fields } = draft.value;
    const sent = await command.send(
      { ideaId, fields: { ...fields, text: fields.text.trim() }, seen: before },
      { draftKey },
    );
    if (sent.saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={save}>
      <TextArea
        label={nlIdeas.new.text}
        hint={nlIdeas.new.textHint}
        rows={4}
        maxLength={5_000}
        value={draft.value.text}
        onValue={(value) => draft.set({ text: value })}
      />
      <PlaceFields value={draft.value} onValue={draft.set} />
      <Refusal command={command} onSaved={() => void done()} />
      <SaveOrLeave {...{ save: words.save, busy: command.busy }} onLeave={() => void draft.clear().then(onDone)} />
    </Form>
  );
}

function WhatNext({ idea }: { readonly idea: Seen<'idea'> }) {
  const proposal = useRow('proposal', idea.proposalId ?? undefined);
  const [aside, setAside] = useState(false);
  const join = useCommand('idea.join');
  const setIdeaAside = useCommand('idea.setAside');
  const takeOut = async () => {
    const sent = await join.send({ ideaId: idea.id, proposalId: null, seenProposalId: idea.proposalId });
    if (sent.saved) showToast({ text: nlIdeas.join.takenOut });
  };
  const takeUp = async () => {
    if ((await setIdeaAside.send({ ideaId: idea.id, reason: null })).saved)
      showToast({ text: nlIdeas.aside.backSaved });
  };
  if (idea.proposalId !== null) {
    return (
      <Card gap={3} labelledBy="verder">
        <CardHead id="verder" title={nlIdeas.join.inProposal} />
        <LinkButton href={`/aanvragen/${idea.proposalId}`}>
          {nlIdeas.join.see(titleOr(proposal?.title ?? ''))}
        </LinkButton>
        {mayI('idea.join') && (
          <Button kind="quiet" busy={join.busy} onClick={() => void takeOut()}>
            {nlIdeas.join.takeOut}
          </Button>
        )}
        <Refusal command={join} />
      </Card>
    );
  }
  if (!mayI('idea.join')) return null;
  if (idea.setAside !== null) {
    return (
      <Card gap={3}>
        <p>{nlIdeas.asideBecause(idea.setAside)}</p>
        <Button icon={Undo2} busy={setIdeaAside.busy} onClick={() => void takeUp()}>
          {nlIdeas.aside.back}
        </Button>
        <Refusal command={setIdeaAside} />
      </Card>
    );
  }
  return (
    <>
      <JoinCard ideas={[idea]} />
      <div>
        <Button kind="quiet" onClick={() => setAside(true)}>
          {nlIdeas.aside.button}
        </Button>
        <AsideSheet ideaId={idea.id} open={aside} onClose={() => setAside(false)} />
      </div>
    </>
  );
}
