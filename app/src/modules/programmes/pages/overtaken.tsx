import type { FormProps } from '#kernel/web/form.tsx'
import { formatDateTime } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { useLang } from '#ui/view.ts'
import { programmeEventNames } from '../event-names.ts'
import { words } from '../words.ts'

type Props = {
  form: FormProps
  /** What is on record now, by field. */
  now: Record<string, string>
  labels: Record<string, string>
}

/** After someone else was faster: what happened, and where the record now differs from what was typed. */
export function Overtaken({ form, now, labels }: Props) {
  const lang = useLang()
  const say = words[lang].describe
  if (form.changes.length === 0) return null
  const differing = Object.keys(labels).filter((name) => now[name] !== typed(form, name))
  const happened = form.changes.map(
    ({ event, at }) => `${programmeEventNames[event]?.(lang) ?? event}, ${formatDateTime(lang, at)}`,
  )
  return (
    <>
      <Notice kind="attention" text={`${say.overtaken}: ${happened.join('; ')}.`} />
      <Table
        caption={say.overtaken}
        rows={differing}
        columns={[
          { label: say.field, head: true, cell: (name) => labels[name] },
          { label: say.now, cell: (name) => now[name] || say.empty },
          { label: say.yours, cell: (name) => typed(form, name) || say.empty },
        ]}
      />
    </>
  )
}

function typed(form: FormProps, name: string): string {
  const value = form.state.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
