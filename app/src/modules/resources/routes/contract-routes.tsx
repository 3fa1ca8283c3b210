import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { RecordSection } from '#kernel/web/record-section.ts'
import type { Site } from '#kernel/web/request.ts'
import { contractQuery } from '../list-query.ts'
import { loadContract, loadContracts, loadNewContract } from '../load-contracts.ts'
import { ocidOf } from '../ocds.ts'
import { changeContract } from '../operations/change-contract.ts'
import { recordContract } from '../operations/record-contract.ts'
import { ChangeContractForm, RecordContractForm } from '../pages/contract-forms.tsx'
import { ContractPage } from '../pages/contract-page.tsx'
import { ContractsPage } from '../pages/contracts-page.tsx'
import { resourcePaths } from '../paths.ts'

const tag = 'resources'
const then = ({ slug, id }: { slug: string; id: string }) => resourcePaths.contract(slug, id)

export function contractRoutes(site: Site, sections: RecordSection[]): void {
  mountPage(site, {
    name: 'list-contracts',
    path: resourcePaths.contracts(':slug'),
    tag,
    summary: both('Register kontrak sebuah program', 'Register of contracts of a programme'),
    query: contractQuery,
    load: loadContracts,
    scope: (data) => [data.programme.id],
    render: (data, view) => <ContractsPage view={view} data={data} />,
    json: ({ rows, total, sum, withheld, query }) => ({ rows, total, sum, withheld, page: query.page }),
  })
  mountForm(site, recordContract, {
    path: resourcePaths.newContract(':slug', ':id'),
    tag,
    params: ({ slug, id }) => ({ slug, id }),
    load: loadNewContract,
    may: (_actor, data) => data.mayAdd,
    initial: ({ line }) => ({ requester: line.owner_id, class: line.class === 'public' ? 'public' : 'members' }),
    render: (data, form, view) => <RecordContractForm view={view} data={data} form={form} />,
    then,
  })
  mountPage(site, {
    name: 'read-contract',
    path: resourcePaths.contract(':slug', ':id'),
    tag,
    summary: both('Satu kontrak dengan perubahannya', 'One contract with its changes'),
    load: loadContract,
    scope: (data) => [data.programme.id],
    also: { param: 'id', sections },
    render: (data, view, _request, more) => <ContractPage view={view} data={data} more={more} />,
    json: ({ contract, changes }) => {
      const { programme_status: _status, example: _example, ...told } = contract
      return { contract: { ...told, ocid: ocidOf(contract) ?? null }, changes }
    },
  })
  mountForm(site, changeContract, {
    path: resourcePaths.changeContract(':slug', ':id'),
    tag,
    params: ({ slug, id }) => ({ slug, id }),
    load: loadContract,
    may: (_actor, data) => data.mayKeep,
    initial: () => ({ kind: 'amended' }),
    version: ({ contract }) => contract.version,
    render: (data, form, view) => <ChangeContractForm view={view} data={data} form={form} />,
    then,
  })
}
