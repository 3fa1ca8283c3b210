import { numbersWords } from './numbers.ts'
import { obstaclesWords } from './obstacles.ts'
import { readingWords } from './reading.ts'

/** Everything that the pages of this module say; forms have their own. */
export const words = {
  id: { ...numbersWords.id, ...obstaclesWords.id, ...readingWords.id },
  en: { ...numbersWords.en, ...obstaclesWords.en, ...readingWords.en },
}
