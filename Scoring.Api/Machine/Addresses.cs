using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Scoring.Api.Machine;

/// <summary>How this machine is reached, as it is now.</summary>
public static class Addresses
{
    /// <summary>On the network, the one somebody would use first: cable and Wi-Fi before adapters that only programs on this machine
    /// see.</summary>
    public static IReadOnlyList<IPAddress> OnTheNetwork() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .OrderBy(IsVirtual)
            .SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a))
            .OrderBy(IsSelfMade).Distinct(),
    ];

    /// <summary>The wildcard address stands for every address of this machine: itself first, then those on the network.</summary>
    public static IEnumerable<string> Of(string url)
    {
        var uri = Listened(url);
        return uri.Host is not ("0.0.0.0" or "[::]") ? [uri.GetLeftPart(UriPartial.Authority)]
            : OnTheNetwork().Select(a => a.ToString()).Prepend("localhost").Select(host => $"{uri.Scheme}://{host}:{uri.Port}");
    }

    /// <summary>Whether another program listens there already.</summary>
    public static bool IsTaken(string url)
    {
        var uri = Listened(url);
        var host = uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(uri.Host.Trim('[', ']'), out var typed) ? typed
            : IPAddress.Any;
        try
        {
            using var listener = new TcpListener(host, uri.Port);
            listener.Start();
            return false;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    /// <summary>169.254.…: the cable is in, and nobody gave this machine an address.</summary>
    public static bool IsSelfMade(IPAddress address) => address.GetAddressBytes() is [169, 254, _, _];

    // What a server is told to listen on: both signs mean every address.
    private static Uri Listened(string url) =>
        new(url.Replace("//+", "//0.0.0.0", StringComparison.Ordinal).Replace("//*", "//0.0.0.0", StringComparison.Ordinal));

    private static bool IsVirtual(NetworkInterface adapter) =>
        adapter.NetworkInterfaceType is NetworkInterfaceType.Tunnel or NetworkInterfaceType.Ppp
        || ((string[])["vEthernet", "VMware", "VirtualBox", "Hyper-V", "docker", "virbr", "br-", "TAP-", "WSL"]).Any(word =>
            adapter.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
                || adapter.Description.Contains(word, StringComparison.OrdinalIgnoreCase));
}
