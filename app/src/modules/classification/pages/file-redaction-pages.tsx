import type { Ground } from '#kernel/grounds.ts'
import type { FormProps } from '#kernel/web/form.tsx'
import { documentPaths } from '#modules/documents/paths.ts'
import { textFaultWords } from '#modules/documents/public.ts'
import { BelowProgramme, trail } from '#modules/programmes/pages/below-programme.tsx'
import type { ListItem } from '#ui/card.tsx'
import { RecordList } from '#ui/card.tsx'
import { CheckboxField } from '#ui/choice-fields.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { formatNumber, type Lang } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Picture } from '#ui/picture.tsx'
import { Panel, Section } from '#ui/section.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { barsIn, blackenEverywhere, previewed } from '../file-redaction.ts'
import type { DecisionData } from '../loads.ts'
import type { FileData } from '../loads-redactions.ts'
import { classificationPaths, filePaths } from '../paths.ts'
import { words } from '../words.ts'
import { fileWords } from '../words-files.ts'
import { BlackenedText } from './redaction-pages.tsx'

type Props = { view: View; data: FileData; form: FormProps }

export function OpenFileForm({ view, data, form }: Props) {
  const { lang } = view
  const say = fileWords[lang]
  if (data.fault) return <CannotPage view={view} data={data} fault={data.fault} />
  const { programme, one, original, picture } = data
  const { list, back } = crumbs(data, lang)
  const marks = String(form.state.values.marks ?? '')
  const shown = 'seen' in form.state.errors || form.state.values.seen === previewed(marks)
  return (
    <FormPage
      view={view}
      title={say.title}
      lead={picture ? say.pictureLead : say.textLead}
      state={form.state}
      submit={shown ? say.submit : say.look}
      action={form.action}
      formKey={form.key}
      hidden={{ lang: one.lang }}
      breadcrumbs={trail(view, programme, list, back)}
      example={programme.example ?? undefined}
      cancel={back}
    >
      <p class="govuk-body">
        {say.file}: <Recorded lang={original.lang}>{original.title}</Recorded>
      </p>
      {original.kind === 'pdf' ? <p class="govuk-body">{say.rebuilt}</p> : null}
      <TextField {...field(form.state, 'title')} label={say.name} hint={say.nameHint} />
      {picture ? (
        <>
          <PicturePreview lang={lang} data={data} bars={marks} />
          <TextArea {...field(form.state, 'marks')} label={say.bars} hint={say.barsHint} rows={5} />
        </>
      ) : (
        <TextArea {...field(form.state, 'marks')} label={say.text} hint={say.textHint} rows={24} />
      )}
      {shown ? <Preview lang={lang} data={data} marks={marks} form={form} /> : null}
    </FormPage>
  )
}

/** What would be open, and the tick that it was looked at: it holds for these marks and no others. */
function Preview({ lang, data, marks, form }: { lang: Lang; data: FileData; marks: string; form: FormProps }) {
  const say = fileWords[lang]
  const digest = previewed(marks)
  const passages = data.picture ? undefined : blackenEverywhere(marks)
  return (
    <>
      {passages ? (
        <Section id="h-pratinjau" title={say.preview} intro={say.previewRule}>
          <Panel>
            <BlackenedText lang={lang} written={data.one.lang} passages={passages} />
          </Panel>
        </Section>
      ) : (
        <p class="govuk-body">{say.previewRule}</p>
      )}
      <CheckboxField
        name="seen"
        label={say.seen}
        error={form.state.errors.seen}
        value={digest}
        checked={form.state.values.seen === digest}
      />
    </>
  )
}

function PicturePreview({ lang, data, bars }: { lang: Lang; data: FileData; bars: string }) {
  const { programme, one, original } = data
  const good = barsIn(bars) ? bars : ''
  return (
    <Picture src={filePaths.preview(programme.slug, one.id, original.id, good)} alt={fileWords[lang].previewPicture} />
  )
}

function CannotPage({ view, data, fault }: { view: View; data: FileData; fault: NonNullable<FileData['fault']> }) {
  const { list, back } = crumbs(data, view.lang)
  return (
    <BelowProgramme view={view} programme={data.programme} title={fileWords[view.lang].cannot} crumbs={[list, back]}>
      <Notice kind="attention" text={textFaultWords[view.lang][fault]} />
    </BelowProgramme>
  )
}

function crumbs({ programme, one }: FileData, lang: Lang) {
  return {
    list: { href: classificationPaths.list(programme.slug), label: words[lang].register },
    back: { href: classificationPaths.one(programme.slug, one.id), label: words[lang].decision },
  }
}

/** On the decision's page: files that are open in part, for everyone. */
export function ReleasedFiles({ lang, data }: { lang: Lang; data: DecisionData }) {
  const say = fileWords[lang]
  if (data.files.length === 0) return null
  const items: ListItem[] = data.files.map((one) => ({
    href: documentPaths.one(one.document.id),
    title: one.title,
    lang: one.lang,
    lines: [say.parts(formatNumber(lang, one.parts), lettersOf(one.grounds as Ground[]))],
  }))
  return (
    <Section id="h-berkas-sebagian" title={say.released}>
      <RecordList items={items} />
    </Section>
  )
}

/** Files of the record, each with the way to open it in part; only who may do that has any here. */
export function FilesToOpen({ lang, data }: { lang: Lang; data: DecisionData }) {
  const say = fileWords[lang]
  const { programme, one, originals } = data
  if (originals.length === 0) return null
  const items: ListItem[] = originals.map((original) => ({
    href: filePaths.new(programme.slug, one.id, original.id),
    title: original.title,
    lang: original.lang,
    lines: [`${say.action} (${original.kind.toUpperCase()})`],
  }))
  return (
    <Section id="h-berkas-asli" title={say.choose} intro={say.chooseRule}>
      <RecordList items={items} />
    </Section>
  )
}

const lettersOf = (grounds: Ground[]) => grounds.map((ground) => ground.slice(-1)).join(', ')
