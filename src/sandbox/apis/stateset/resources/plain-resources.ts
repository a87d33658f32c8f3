import type { Store } from '../seed';
import { missingReference, type Resource } from './resource';

/** The resources that have no rules beyond their fields. */
export function plainResources(store: Store): Resource[] {
  return [
    {
      name: 'customers',
      idPrefix: 'cus',
      collection: store.customers,
      unique: ['email'],
      rules: {
        email: { label: 'Email', type: 'string', required: true, format: 'email' },
        name: { label: 'Name', type: 'string' },
      },
    },
    {
      name: 'products',
      idPrefix: 'prod',
      collection: store.products,
      unique: ['sku'],
      rules: {
        sku: { label: 'SKU', type: 'string', required: true },
        name: { label: 'Name', type: 'string', required: true },
        price: { label: 'Price', type: 'number', required: true, min: 0 },
      },
    },
    {
      name: 'inventory',
      idPrefix: 'inv',
      collection: store.inventory,
      unique: ['product_id'],
      rules: {
        product_id: { label: 'Product ID', type: 'string', required: true },
        quantity: { label: 'Quantity', type: 'integer', required: true, min: 0 },
      },
      create: ({ product_id }) =>
        store.products.get(String(product_id)) ? {} : missingReference('product_id', 'Product'),
    },
    {
      name: 'shipments',
      idPrefix: 'shp',
      collection: store.shipments,
      unique: ['tracking_number'],
      rules: {
        order_id: { label: 'Order ID', type: 'string', required: true },
        carrier: { label: 'Carrier', type: 'string', required: true },
        tracking_number: { label: 'Tracking number', type: 'string' },
      },
      create: ({ order_id }) =>
        store.orders.get(String(order_id)) ? {} : missingReference('order_id', 'Order'),
    },
  ];
}
