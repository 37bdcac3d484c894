using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Scoring.Api.Hosting;

/// <summary>No address holds more than a share of all connections: who opens them idly, one after another, leaves the hall's tablets theirs. The machine itself is not counted.</summary>
public sealed class AddressShare(long share)
{
    private readonly ConcurrentDictionary<IPAddress, int> open = new();

    public async Task Pass(ConnectionContext connection, ConnectionDelegate next)
    {
        if (connection.RemoteEndPoint is not IPEndPoint { Address: var address } || address.Equals(IPAddress.Loopback) || address.Equals(IPAddress.IPv6Loopback))
        {
            await next(connection);
            return;
        }

        try
        {
            if (open.AddOrUpdate(address, 1, (_, count) => count + 1) <= share)
            {
                await next(connection);
            }
            else
            {
                connection.Abort();
            }
        }
        finally
        {
            if (open.AddOrUpdate(address, 0, (_, count) => count - 1) <= 0)
            {
                open.TryRemove(KeyValuePair.Create(address, 0));
            }
        }
    }
}
