import { SetMetadata } from '@nestjs/common';

export const ACTION_METADATA = 'yiyang:action';
export const PUBLIC_METADATA = 'yiyang:public';

/** Names the action of the policy table that a route is. */
export const Allow = (action: string): MethodDecorator => SetMetadata(ACTION_METADATA, action);

/** Opens a route to everybody, without a caller. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC_METADATA, true);
