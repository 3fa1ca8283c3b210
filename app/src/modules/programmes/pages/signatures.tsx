import { newId } from '#kernel/ids.ts'
import { DisabledButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Form } from '#ui/form.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { CharterSignature, CharterVersion } from '../charter.ts'
import { programmePaths } from '../paths.ts'
import { words } from '../words.ts'
import type { CharterData, CharterRights } from './charter-page.tsx'

type Props = { data: CharterData; charter: CharterVersion; view: View; rights: CharterRights }
type Line = { id: string; name: string; needed: boolean; signature?: CharterSignature }

/** Who has signed, who still must, and the button of whoever may. */
export function Signatures({ data, charter, view, rights }: Props) {
  const say = words[view.lang].charter
  const lines = linesOf(data, charter)
  const signable = [...rights.sign].filter(([, verdict]) => verdict === true)
  const refusal = [...rights.sign.values()].find((verdict) => verdict !== true)
  return (
    <Section id="h-ttd" title={say.signatures}>
      {lines.length === 0 ? <Empty title={say.noSignatures} /> : <SignatureTable lines={lines} view={view} />}
      {charter.status === 'proposed' ? (
        <div class="mf-actions mf-actions--end">
          {signable.map(([id]) => (
            <SignButton id={id} data={data} charter={charter} view={view} />
          ))}
          {signable.length === 0 && refusal ? (
            <DisabledButton id="alasan-ttd" reason={refusal.text(view.lang)}>
              {say.sign('…')}
            </DisabledButton>
          ) : null}
        </div>
      ) : null}
    </Section>
  )
}

function linesOf({ signers, signatures, names }: CharterData, charter: CharterVersion): Line[] {
  const all = new Set([
    ...charter.parties.map((party) => party.organisation_id),
    ...signatures.map((one) => one.organisation_id),
  ])
  return [...all].map((id) => ({
    id,
    name: names.get(id) ?? '',
    needed: signers.includes(id),
    signature: signatures.find((one) => one.organisation_id === id),
  }))
}

function SignatureTable({ lines, view }: { lines: Line[]; view: View }) {
  const say = words[view.lang].charter
  return (
    <Table
      caption={say.signatures}
      rows={lines}
      columns={[
        { label: say.signature.party, head: true, cell: (line) => line.name },
        { label: say.signature.state, plain: true, cell: (line) => <State line={line} view={view} /> },
        { label: say.signature.signer, cell: ({ signature }) => (signature ? signer(signature, view) : '–') },
        { label: say.signature.on, cell: ({ signature }) => (signature ? <Time at={signature.signed_on} /> : '–') },
      ]}
    />
  )
}

function State({ line, view }: { line: Line; view: View }) {
  const say = words[view.lang].charter
  if (line.signature) {
    return (
      <Tag sign="check" tone="green">
        {say.signed}
      </Tag>
    )
  }
  return (
    <Tag sign={line.needed ? 'open' : 'dashed'} tone={line.needed ? 'orange' : 'outline'}>
      {line.needed ? say.notSigned : say.notNeeded}
    </Tag>
  )
}

function signer({ person, by_head }: CharterSignature, view: View): string {
  const say = words[view.lang].charter
  const name = person ?? say.signedUnnamed
  return by_head ? name : `${name} (${say.signedByOther})`
}

function SignButton({ id, data, charter, view }: Omit<Props, 'rights'> & { id: string }) {
  return (
    <Form
      action={programmePaths.signature(data.programme.slug, charter.number)}
      formKey={newId(view.now)}
      hidden={{ organisationId: id }}
      bare
    >
      <SubmitButton>{words[view.lang].charter.sign(data.names.get(id) ?? '')}</SubmitButton>
    </Form>
  )
}
