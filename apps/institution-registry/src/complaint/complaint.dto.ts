import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsId, PageQuery } from '@yiyang/http';
import { codesOf, COMPLAINT_TOPICS } from '@yiyang/standards';

const MOST_TEXT = 2000;

export class FileComplaintBody {
  @ApiProperty({ description: '被投诉机构 institution', format: 'uuid' })
  @IsId()
  institutionId!: string;

  @ApiProperty({ description: '投诉事由 topic', enum: codesOf(COMPLAINT_TOPICS) })
  @IsIn(codesOf(COMPLAINT_TOPICS))
  topic!: string;

  @ApiProperty({ description: '投诉内容 text', minLength: 1, maxLength: MOST_TEXT })
  @IsString()
  @Matches(/\S/)
  @MaxLength(MOST_TEXT)
  text!: string;
}

export class ReplyToComplaintBody {
  @ApiProperty({ description: '答复内容 text', minLength: 1, maxLength: MOST_TEXT })
  @IsString()
  @Matches(/\S/)
  @MaxLength(MOST_TEXT)
  text!: string;
}

export class ComplaintQuery extends PageQuery {
  @ApiPropertyOptional({ description: '被投诉机构 institution', format: 'uuid' })
  @IsOptional()
  @IsId()
  institutionId?: string;

  @ApiPropertyOptional({ description: '状态 status', enum: ['OPEN', 'REPLIED'] })
  @IsOptional()
  @IsIn(['OPEN', 'REPLIED'])
  status?: string;
}

export class ComplaintFiguresQuery {
  @ApiProperty({ description: '机构 institution', format: 'uuid' })
  @IsId()
  institutionId!: string;
}
