import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ResponsibleStaffView {
  @ApiPropertyOptional({ description: '姓名 name' }) name?: string;
  @ApiPropertyOptional({ description: '联系电话 phone' }) phone?: string;
}

/** Names and phones are there for the parties; everybody else finds them in the listing. */
export class LiaisonFormView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '养老机构', format: 'uuid' }) careInstitutionId!: string;
  @ApiProperty({ description: '医疗机构', format: 'uuid' }) medicalInstitutionId!: string;
  @ApiProperty() division!: string;
  @ApiPropertyOptional({ description: '责任医生 responsible doctors', type: [ResponsibleStaffView] })
  doctors?: ResponsibleStaffView[];
  @ApiPropertyOptional({ description: '责任护士 responsible nurses', type: [ResponsibleStaffView] })
  nurses?: ResponsibleStaffView[];
  @ApiProperty({ description: '服务时间 service hours' }) serviceHours!: string;
  @ApiProperty({ description: '医疗机构在外县区 partner in another county' }) inOtherCounty!: boolean;
  @ApiPropertyOptional({ description: '跨县区原因 reason', type: 'string', nullable: true }) reason?: string | null;
  @ApiProperty({ enum: ['ACTIVE', 'ENDED'] }) status!: string;
  @ApiProperty({ format: 'date' }) filledOn!: string;
  @ApiProperty({ format: 'date', type: 'string', nullable: true }) endedOn!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class LiaisonFormPage {
  @ApiProperty({ type: [LiaisonFormView] }) items!: LiaisonFormView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class PublishedStaffView {
  @ApiProperty({ description: '姓名 name' }) name!: string;
  @ApiProperty({ description: '联系电话 phone' }) phone!: string;
}

export class LiaisonContactView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) careInstitutionId!: string;
  @ApiProperty({ description: '养老机构名称' }) careInstitutionName!: string;
  @ApiProperty({ format: 'uuid' }) medicalInstitutionId!: string;
  @ApiProperty({ description: '医疗机构名称' }) medicalInstitutionName!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '责任医生 responsible doctors', type: [PublishedStaffView] })
  doctors!: PublishedStaffView[];
  @ApiProperty({ description: '责任护士 responsible nurses', type: [PublishedStaffView] })
  nurses!: PublishedStaffView[];
  @ApiProperty({ description: '服务时间 service hours' }) serviceHours!: string;
}

export class LiaisonContactPage {
  @ApiProperty({ type: [LiaisonContactView] }) items!: LiaisonContactView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
