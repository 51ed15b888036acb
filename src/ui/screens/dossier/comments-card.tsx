// What committee and initiator say to each other: both read it. Roles, not names: an initiator has no names of members.
import { mayI, type Seen, useCommand, useMe, useRows } from '../../data.ts';
import { moment } from '../../format.ts';
import { MessagesSquare } from '../../icons.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { Lines } from '../../parts/lines.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { SayForm } from './say-form.tsx';
import type { Dossier } from './use-dossier.ts';

const words = nlBelongings.comments;

export function CommentsCard({ dossier: { proposal, initiators } }: { readonly dossier: Dossier }) {
  const { personId, access } = useMe();
  const comments = useRows('proposalComment', 'proposalId', proposal.id);
  const command = useCommand('proposalComment.add');
  const mayAdd = mayI('proposalComment.add');
  const oldest = [...comments].sort((a, b) => (a.at < b.at ? -1 : 1));
  const who = ({ by }: Seen<'proposalComment'>): string => {
    if (by === personId) return words.you;
    const initiator = access.role === 'initiator' ? false : initiators.some(({ id }) => id === by);
    return initiator ? words.initiator : words.committee;
  };
  if (comments.length === 0 && !mayAdd) return null;
  return (
    <Card gap={3} labelledBy="berichten">
      <CardHead id="berichten" title={words.title} />
      <p class="bk-small bk-soft">{comments.length === 0 ? words.none : words.titleNote}</p>
      {oldest.map((comment) => (
        <Note key={comment.id} icon={MessagesSquare}>
          <Lines text={comment.text} />
          <p class="bk-soft bk-small">{words.by(who(comment), moment(comment.at))}</p>
          {comment.pending && <LocalMark />}
        </Note>
      ))}
      {mayAdd && (
        <SayForm
          fieldId="bericht"
          draftKey={`proposalComment.add:${proposal.id}`}
          words={words}
          command={command}
          send={(commentId, text) =>
            command.send(
              { commentId, proposalId: proposal.id, text },
              { draftKey: `proposalComment.add:${proposal.id}` },
            )
          }
        />
      )}
    </Card>
  );
}
