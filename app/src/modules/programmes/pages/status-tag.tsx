import { StatusTag, Tag } from '#ui/tag.tsx'
import { useWords } from '#ui/view.ts'
import type { ProgrammeStatus } from '../programme.ts'

const looks = { preparing: 'prepared', running: 'running', finished: 'finished', stopped: 'stopped' } as const

export function ProgrammeStatusTag({ status }: { status: ProgrammeStatus }) {
  return <StatusTag status={looks[status]} />
}

/** "Data contoh", where a programme stands among others that are real. */
export function ExampleTag() {
  return (
    <Tag sign="dashed" tone="yellow">
      {useWords().frame.example}
    </Tag>
  )
}
