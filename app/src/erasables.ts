import type { Erasable } from '#kernel/erasable.ts'
import { erasableAccounts } from '#modules/accounts/erasing.ts'
import { erasableRequests } from '#modules/requests/public.ts'
import { erasableSeeds } from '#modules/transparency/erasing.ts'

/** Where values of natural persons stand, each told of by its own room. */
export const erasables: readonly Erasable[] = [erasableRequests, erasableAccounts, erasableSeeds]
