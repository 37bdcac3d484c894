using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Scoring.Api.Hosting;

/// <summary>However many phones come, file handles stay over for ledgers, papers and fonts: without one, a program cannot even load a part of itself.</summary>
public static class ConnectionLimit
{
    private const int LeastKept = 500; // the program itself, with its parts and ledgers open, takes 350 to 400

    public static void AddConnectionLimit(this WebApplicationBuilder builder)
    {
        long? most = Handles() is { } handles ? Of(handles) : null;
        builder.Services.AddSingleton(_ => new AddressShare(most is { } all ? ShareOf(all) : long.MaxValue));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxConcurrentConnections = most;
            kestrel.ConfigureEndpointDefaults(Shared);
        });
    }

    /// <summary>Part of every endpoint's defaults.</summary>
    internal static void Shared(ListenOptions endpoint)
    {
        var share = endpoint.ApplicationServices.GetRequiredService<AddressShare>();
        endpoint.Use(next => connection => share.Pass(connection, next));
    }

    /// <param name="handles">Which this process may have open.</param>
    public static long Of(long handles) => Math.Max(handles - Math.Max(handles / 4, LeastKept), handles / 4);

    /// <summary>Of one address. A whole hall may stand behind one, where a router translates.</summary>
    public static long ShareOf(long most) => Math.Max(most / 3, Math.Min(most, 50));

    /// <summary>Null: the system sets no limit, or does not tell.</summary>
    private static long? Handles()
    {
        const string Limits = "/proc/self/limits", Row = "Max open files";
        var row = File.Exists(Limits) ? File.ReadLines(Limits).FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal)) : null;
        var soft = row?[Row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var handles) ? handles : null;
    }
}
