import { useEffect, useState } from "react"

// Shows how many orders are open.
export function Dashboard({ token }) {
	const [orders, setOrders] = useState([])

	useEffect(() => {
		const load = async () => {
			const response = await fetch("https://api.stateset.com/api/v1/orders?status=open", {
				headers: { Authorization: `Bearer ${token}` },
			})
			setOrders(await response.json())
		}
		load().catch(console.error)
	}, [token])

	return <p title="open">{orders.length} orders</p>
}
