/** What the first form of a page would send besides what a person types. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action.replaceAll('&', '&amp;')}"`)) ?? ''
  const fields = [...form.split('</form>')[0]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name, value]) => [name!, plain(value!)]))
}

function plain(text: string): string {
  const signs: Record<string, string> = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&#39;': "'", '&amp;': '&' }
  return text.replaceAll(/&(?:quot|lt|gt|#39|amp);/g, (sign) => signs[sign]!)
}
