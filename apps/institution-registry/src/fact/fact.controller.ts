import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { FactChangesService } from './fact-changes.service.js';
import { FactReader } from './fact-reader.js';
import {
  CorrectFactBody,
  EndFactBody,
  FactQuery,
  InstitutionFactQuery,
  RetractFactBody,
  StateFactBody,
  StateFactsBody,
} from './fact.dto.js';
import { FactService } from './fact.service.js';
import { FactPage, FactTypesView, FactView, StatementResultsView } from './fact.view.js';

@Controller('v1')
export class FactController {
  constructor(
    private readonly facts: FactService,
    private readonly changes: FactChangesService,
    private readonly reader: FactReader,
  ) {}

  @Create('institutions/:id/facts', 'fact.state', {
    summary: '填报事项 State a fact',
    body: StateFactBody,
    returns: FactView,
  })
  state(@CreateCall() call: Call, @UuidParam('id') id: string, @Body() body: StateFactBody): Promise<Answer> {
    return this.facts.state(call, id, body);
  }

  @Create('facts', 'fact.state', {
    summary: '批量填报事项 State many facts; each is kept or refused for itself',
    body: StateFactsBody,
    returns: StatementResultsView,
  })
  stateMany(@CreateCall() call: Call, @Body() body: StateFactsBody): Promise<Answer> {
    return this.facts.stateMany(call, body);
  }

  @Act('institutions/:id/facts/:factId/end', 'fact.end', {
    summary: '终止事项 End a fact',
    body: EndFactBody,
    returns: FactView,
  })
  end(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @UuidParam('factId') factId: string,
    @Body() body: EndFactBody,
  ): Promise<Answer> {
    return this.changes.end(call, id, factId, body);
  }

  @Act('institutions/:id/facts/:factId/correct', 'fact.correct', {
    summary: '更正事项 Correct a fact; the answer is the new one',
    body: CorrectFactBody,
    returns: FactView,
  })
  correct(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @UuidParam('factId') factId: string,
    @Body() body: CorrectFactBody,
  ): Promise<Answer> {
    return this.changes.correct(call, id, factId, body);
  }

  @Act('institutions/:id/facts/:factId/retract', 'fact.retract', {
    summary: '撤回事项 Retract a fact that never held; what it took the place of stays ended',
    body: RetractFactBody,
    returns: FactView,
  })
  retract(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @UuidParam('factId') factId: string,
    @Body() body: RetractFactBody,
  ): Promise<Answer> {
    return this.changes.retract(call, id, factId, body);
  }

  @Read('institutions/:id/facts', 'fact.read', { summary: '机构事项 Facts of an institution', returns: FactPage })
  ofInstitution(
    @CallerParam() caller: Caller,
    @UuidParam('id') id: string,
    @Query() query: InstitutionFactQuery,
  ): Promise<Answer> {
    return this.reader.list(caller, query, id);
  }

  @Read('institutions/:id/facts/:factId', 'fact.read', { summary: '查看事项 Read a fact', returns: FactView })
  read(
    @CallerParam() caller: Caller,
    @UuidParam('id') id: string,
    @UuidParam('factId') factId: string,
  ): Promise<Answer> {
    return this.reader.read(caller, id, factId);
  }

  @Read('facts', 'fact.read', { summary: '查询事项 List facts', returns: FactPage })
  list(@CallerParam() caller: Caller, @Query() query: FactQuery): Promise<Answer> {
    return this.reader.list(caller, query);
  }

  @Read('fact-types', 'fact-type.read', { summary: '事项类型 Types of facts', returns: FactTypesView })
  types(@CallerParam() caller: Caller): Answer {
    return this.reader.types(caller);
  }
}
