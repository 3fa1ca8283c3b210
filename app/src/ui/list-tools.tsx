import { ButtonLink, SubmitButton } from './button.tsx'
import type { Choice } from './choice-fields.tsx'
import { type Example, say } from './example.ts'
import { useWords } from './view.ts'

export type Filter = { name: string; label: string; value: string; options: Choice[] }

export type ListToolsProps = {
  /** Path of the list; the form asks for it again with its answers in the query. */
  action: string
  /** What can be found: "Cari tugas". */
  label: string
  /** The words looked for, sent as `q`. */
  q: string
  filters?: Filter[]
  /** Kept in the query, such as the order. */
  hidden?: Record<string, string>
  /** Beginning of the ids, where a page has two lists. */
  id?: string
}

/** Search and filters of a list, by GET: every state of the list has its own address. */
export function ListTools({ action, label, q, filters = [], hidden = {}, id = 'cari' }: ListToolsProps) {
  const { form } = useWords()
  const narrowed = q !== '' || filters.some((filter) => filter.value !== '')
  return (
    <>
      <form class="mf-tools" role="search" aria-label={label} action={action}>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <SearchField id={`${id}-q`} name="q" label={label} value={q} />
        {filters.map((filter) => (
          <FilterField id={`${id}-${filter.name}`} filter={filter} />
        ))}
        <div class="mf-tools__acts">
          <SubmitButton small>{filters.length ? form.filter : form.search}</SubmitButton>
          {narrowed ? (
            <ButtonLink small secondary href={action}>
              {form.clear}
            </ButtonLink>
          ) : null}
        </div>
      </form>
      {q !== '' && action !== '/search' ? <SearchEverything q={q} /> : null}
    </>
  )
}

/** The same words in all records, whether or not this list has them. */
function SearchEverything({ q }: { q: string }) {
  const { form } = useWords()
  return (
    <p class="mf-small">
      <a class="govuk-link" href={`/search?${new URLSearchParams({ q })}`}>
        {form.everywhere(q)}
      </a>
    </p>
  )
}

/** A labelled search box, inside a form of its own. */
export function SearchField({ id, name, label, value }: { id: string; name: string; label: string; value?: string }) {
  return (
    <div class="mf-tools__q">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <input class="govuk-input" id={id} name={name} type="search" value={value} autocomplete="off" />
    </div>
  )
}

function FilterField({ id, filter }: { id: string; filter: Filter }) {
  const { form } = useWords()
  return (
    <div class="mf-tools__f">
      <label class="govuk-label" for={id}>
        {filter.label}
      </label>
      <select class="govuk-select" id={id} name={filter.name}>
        <option value="">{form.all}</option>
        {filter.options.map((option) => (
          <option value={option.value} selected={option.value === filter.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'ListTools',
    render: (lang) => (
      <ListTools
        action="#tugas"
        label={say(lang, 'Cari tugas', 'Search tasks')}
        q="air"
        filters={[
          {
            name: 'agency',
            label: say(lang, 'Instansi', 'Agency'),
            value: '',
            options: [{ value: 'pupr', label: 'Dinas PUPR' }],
          },
          {
            name: 'state',
            label: say(lang, 'Keadaan', 'State'),
            value: 'waiting',
            options: [{ value: 'waiting', label: say(lang, 'Menunggu', 'Waiting') }],
          },
        ]}
      />
    ),
  },
]
