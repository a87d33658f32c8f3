import { useEffect, useState } from 'react';

interface Order {
  id: string;
  total: number;
}

interface Props<T extends Order> {
  token: string;
  render?: (order: T) => JSX.Element;
}

/** Shows the open orders, each as the caller likes it. */
export function OrderList<T extends Order>({ token, render }: Props<T>): JSX.Element {
  const [orders, setOrders] = useState<T[]>([]);

  useEffect(() => {
    const controller = new AbortController();
    const load = async (): Promise<void> => {
      const response = await fetch('https://api.stateset.com/api/v1/orders?status=open', {
        headers: { Authorization: `Bearer ${token}` },
        signal: controller.signal, // until the list is gone
      });
      setOrders((await response.json()) as T[]);
    };
    load().catch(console.error);
    return () => controller.abort();
  }, [token]);

  return (
    <ul className="orders">
      {orders.map((order) => (
        <li key={order.id}>{render ? render(order) : <b>{order.total}</b>}</li>
      ))}
    </ul>
  );
}
