import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

/** One code of a list; `description` begins with the Chinese term. */
export const CodeField = (description: string, codes: readonly string[]): PropertyDecorator =>
  applyDecorators(ApiProperty({ description, enum: codes, type: String }), IsIn(codes));

export const OptionalCodeField = (description: string, codes: readonly string[]): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ description, enum: codes, type: String }), IsOptional(), IsIn(codes));

export const IdField = (description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ description, format: 'uuid' }), IsUUID());

export const OptionalIdField = (description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ description, format: 'uuid' }), IsOptional(), IsUUID());
