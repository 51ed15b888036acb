// Onthouden: what Buurtkas proposes because the treasurer chose it before, and the way to forget it.
import { mayI, useCommand } from '../../data.ts';
import { Trash } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Table } from '../../parts/table.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { Refusal } from '../../refusal.tsx';
import { ruleWords } from './describe.ts';
import type { BankRows } from './use-bank.ts';

const words = nlBank.rules;

export function RulesPart({ bank }: { readonly bank: BankRows }) {
  const command = useCommand('matchRule.forget');
  const rules = bank.rules.filter(({ forgotten }) => !forgotten);
  const [title, text] = words.none;
  if (rules.length === 0) return <Empty title={title}>{text}</Empty>;
  const forget = async (rule: (typeof rules)[number]) => {
    const sent = await command.send({ direction: rule.direction, key: rule.key });
    if (sent.saved) showToast({ text: words.forgotten });
  };
  return (
    <>
      <div class="bk-strip bk-strip--top">
        <h2 id="deel" class="bk-hidden">
          {nlBank.tabs.rules}
        </h2>
        <p class="bk-small bk-soft">{words.lead}</p>
        <Refusal command={command} />
      </div>
      <Table
        caption={nlBank.tabs.rules}
        framed={false}
        rows={rules}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ id: 'who', label: nlBank.preview.columns.who, rowHead: true },
            cell: (rule) => (
              <>
                {rule.name}
                <small>{`${words.line(rule.direction)}: ${ruleWords(rule, bank.accounts)}`}</small>
              </>
            ),
          },
          {
            ...{ id: 'forget', label: words.forget, labelHidden: true },
            cell: (rule) =>
              mayI('matchRule.forget') && (
                <Button kind="quiet" icon={Trash} name={words.forgetName(rule.name)} onClick={() => void forget(rule)}>
                  {words.forget}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
