import { Fragment } from '#ui/jsx/jsx-runtime.ts'
import { formatTime, isoDay } from '#ui/language.ts'
import { Num, Time } from '#ui/text.tsx'
import { useLang } from '#ui/view.ts'

/** Day and hour, which may stand on two lines where there is little room. */
export function Moment({ at }: { at: Date }) {
  return (
    <>
      <Time at={isoDay(at)} />, <Num>{formatTime(useLang(), at)}</Num>
    </>
  )
}

/** An address that may break after its signs. */
export function Email({ address }: { address: string }) {
  const parts = address.split(/(?<=[@.])/)
  return (
    <>
      {parts.map((part) => (
        <Fragment>
          {part}
          <wbr />
        </Fragment>
      ))}
    </>
  )
}
