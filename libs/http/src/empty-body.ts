import { ApiHideProperty } from '@nestjs/swagger';
import { IsEmpty, IsOptional } from 'class-validator';

/** Body of an action that takes no values: `{}` or nothing. */
export class EmptyBody {
  /** class-validator refuses classes without any rule, so there is one field that may not be used. */
  @ApiHideProperty()
  @IsOptional()
  @IsEmpty()
  nothing?: undefined;
}
