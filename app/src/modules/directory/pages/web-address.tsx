import { ExternalLink } from '#ui/text.tsx'

/** A web address without its scheme, which may break after its dots and slashes. */
export function WebAddress({ address }: { address: string }) {
  const shown = address.replace(/^https?:\/\//i, '').replace(/\/$/, '')
  return (
    <ExternalLink href={address}>
      {shown.split(/(?<=[./?&=_-])/).map((part) => (
        <>
          {part}
          <wbr />
        </>
      ))}
    </ExternalLink>
  )
}
