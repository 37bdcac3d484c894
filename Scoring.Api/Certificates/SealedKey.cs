// What a key file claims of its own cost, before anything is computed: RFC 8018, PBES2 with PBKDF2, as our own are written.
using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace Scoring.Api.Certificates;

internal static class SealedKey
{
    private const int MostRounds = 5_000_000; // some seconds

    private const string Pbes2 = "1.2.840.113549.1.5.13", Pbkdf2 = "1.2.840.113549.1.5.12";

    /// <summary>Returns if the password can be tried within seconds.</summary>
    /// <exception cref="CryptographicException">It cannot, or the file is none of this kind.</exception>
    /// <exception cref="ArgumentException">No PEM.</exception>
    public static void Affordable(string pem)
    {
        var fields = PemEncoding.Find(pem);
        try
        {
            var key = new AsnReader(Convert.FromBase64String(pem[fields.Base64Data]), AsnEncodingRules.BER).ReadSequence();
            var cipher = Named(key.ReadSequence(), Pbes2);
            var stretch = Named(cipher.ReadSequence(), Pbkdf2);
            stretch.ReadOctetString(); // the salt
            if (stretch.ReadInteger() > new BigInteger(MostRounds))
            {
                throw new CryptographicException("too costly");
            }
        }
        catch (AsnContentException none)
        {
            throw new CryptographicException("no sealed key", none);
        }
    }

    private static AsnReader Named(AsnReader algorithm, string name) =>
        algorithm.ReadObjectIdentifier() == name ? algorithm.ReadSequence() : throw new CryptographicException("another kind of seal");
}
