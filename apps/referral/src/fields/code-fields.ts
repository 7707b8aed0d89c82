import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsId, OnePart } from '@yiyang/http';

/** One code of a list; `description` begins with the Chinese term. */
export const CodeField = (description: string, codes: readonly string[]): PropertyDecorator =>
  applyDecorators(ApiProperty({ description, enum: codes, type: String }), IsIn(codes));

export const OptionalCodeField = (description: string, codes: readonly string[]): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ description, enum: codes, type: String }), IsOptional(), IsIn(codes));

export const IdField = (description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ description, format: 'uuid' }), IsId());

export const OptionalIdField = (description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ description, format: 'uuid' }), IsOptional(), IsId());

/** One object inside the body; a list is none, though nested validation alone would take it. */
export const OptionalPartField = (description: string, part: new () => object): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description, type: part }),
    IsOptional(),
    OnePart(() => part),
  );
